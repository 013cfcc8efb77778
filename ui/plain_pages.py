"""Pages without questions: a link that leads nowhere, a store or a bank that cannot be read."""

import streamlit as st

from storage import StoreFault
from ui.brand_file import BrandTrouble
from ui.escape import as_html, escape
from ui.question_bank import BankTrouble


def no_such_link() -> None:
    """The page of a link that is wrong, deleted or expired; it does not say which."""
    st.set_page_config(page_title="Nothing behind this link")
    st.title("There is nothing behind this link", anchor=False)
    st.markdown(
        "It may be incomplete, the answers may have been deleted, or they may have been kept as "
        "long as we keep answers. If you copied the link, check that its end is not missing."
    )
    _way_in()


def link_needed() -> None:
    """The page of someone who opens a part without a private link."""
    st.set_page_config(page_title="Private link needed")
    st.title("This page needs your private link", anchor=False)
    st.markdown("Your answers are found by their private link. This address has none.")
    _way_in()


def sign_in_needed(way_in: str | None) -> None:
    """The page of the workspace for who is not signed in; `way_in` leads to the sign-in.

    The link is plain HTML, because it leaves the pages and comes back with a cookie.
    """
    st.set_page_config(page_title="Sign in needed")
    st.title("Sign in needed", anchor=False)
    if way_in is None:
        st.markdown("Signing in is not set up here.")
        return
    st.markdown("This page is for the consultant who was given the answers.")
    st.html(f'<p><a class="sign-in" href="{as_html(way_in)}">Sign in</a></p>')


def not_readable(fault: StoreFault) -> None:
    """The page while the store cannot be read; nothing that was saved is lost by that."""
    st.title("We cannot reach your answers right now", anchor=False)
    st.markdown("What was saved stays saved. Please reload this page in a minute.")
    st.caption(escape(fault.reason))


def broken_bank(trouble: BankTrouble) -> None:
    """The page when the question bank cannot be used: every problem with its place and its cure."""
    st.title("The questions cannot be shown", anchor=False)
    _problems(trouble)


def broken_brand(trouble: BrandTrouble) -> None:
    """The page when the brand file cannot be used: every problem with its place and its cure."""
    st.title("The diagnostic cannot be shown yet", anchor=False)
    _problems(trouble)


def _problems(trouble: BankTrouble | BrandTrouble) -> None:
    st.markdown(f"**{escape(trouble.name)}** has problems. Nobody’s answers are touched by this.")
    if trouble.reason:
        st.text(trouble.reason)
    for problem in trouble.problems:
        if problem.severity == "error":
            st.markdown(f"**Line {problem.line}, column {problem.column}**")
            st.text(f"{problem.message}\n{problem.fix}  [{problem.rule}]")


def _way_in() -> None:
    # Plain HTML, because Streamlit's link to the page one is on keeps the address with its token.
    st.html('<p class="way-out"><a href="./">Go to the start page</a></p>')
