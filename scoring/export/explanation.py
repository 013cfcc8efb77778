"""An explanation as plain JSON values: the tree as nested objects."""

from scoring.explanation import Explanation
from scoring.export.plain import Json, number


def explanation_as_json(node: Explanation) -> Json:
    """`node` and everything below it; keys without a value are left out."""
    plain: Json = {"id": node.id, "kind": node.kind, "value": number(node.value)}
    if node.weight is not None:
        plain["weight"] = number(node.weight)
    if node.choice is not None:
        plain["choice"] = node.choice
    if node.binding:
        plain["binding"] = True
    if node.parts:
        plain["parts"] = [explanation_as_json(part) for part in node.parts]
    return plain
