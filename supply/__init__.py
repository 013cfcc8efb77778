"""The supply chain's verbs for whoever builds this: audit, bill of materials, licences."""
