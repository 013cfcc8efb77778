"""A TCP proxy on loopback that can swallow bytes: a connection that dies without a word.

While it swallows, nothing goes through in either direction, nothing is closed, and new connections
are accepted and hang, as in a tunnel. What was swallowed never arrives.
"""

import asyncio
from threading import Event, Thread

from tests.web.waiting import free_port


class Proxy:
    """Listens on `port` and passes everything on to `target`, unless it swallows."""

    def __init__(self, target: int) -> None:
        self.target, self.port = target, free_port()
        self.swallows = False
        self._loop = asyncio.new_event_loop()
        self._writers: set[asyncio.StreamWriter] = set()
        self._listens = Event()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._listens.wait(5)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._server = self._loop.run_until_complete(
            asyncio.start_server(self._accept, "127.0.0.1", self.port)
        )
        self._listens.set()
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            other, onward = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()  # refused, as the server itself would have
            return
        self._writers |= {writer, onward}
        await asyncio.gather(self._pass(reader, onward), self._pass(other, writer))

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        deaf = False
        try:
            while data := await reader.read(65536):
                deaf = deaf or self.swallows  # a stream with a hole in it is never whole again
                if not deaf:
                    writer.write(data)
                    await writer.drain()
        except OSError:
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    def work_again(self) -> None:
        """Let new connections through, and cut those that have lost something."""
        self.swallows = False
        self._loop.call_soon_threadsafe(self._cut)

    def _cut(self) -> None:
        for writer in list(self._writers):
            writer.transport.abort()

    def close(self) -> None:
        """Stop listening and cut everything."""
        self._loop.call_soon_threadsafe(self._cut)
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
