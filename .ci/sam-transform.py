"""Applies the SAM transform to template.yaml, as CloudFormation does, and writes the result as JSON.

Usage: sam-transform.py TEMPLATE OUT. Needs aws-sam-translator and cfn-lint, whose parser reads CloudFormation's YAML; calls no AWS service.
"""

import json
import os
import sys

# If translator and parser are not installed, .ci/run says so.
from cfnlint.decode import cfn_yaml
from samtranslator.public.exceptions import InvalidDocumentException
from samtranslator.translator.transform import transform

# Values for the parameters without a default.
PARAMETERS = {
    "PanelIssuer": "https://panel.example.gr",
    "AgentIssuer": "https://agents.example.gr",
    # A CommaDelimitedList reaches the transform as a list.
    "AllowedOrigins": ["https://panel.example.gr", "https://desk.example.gr"],
    "BillingConnector": "whmcs",
    "DnsConnector": "powerdns",
    "RegistrarConnector": "epp",
    "HostingConnector": "plesk",
    "MailConnector": "smtp",
    "BankAccountHolder": "Example",
    "BankAccountIban": "GR1601101250000000012300695",
}


class NoManagedPolicies:
    """The translator would query IAM for AWS's managed policies; the template names them by ARN."""

    def load(self):
        return {}


def plain(node):
    """The parser's nodes carry line numbers, which the translator does not accept."""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(item) for item in node]
    return str(node) if isinstance(node, str) else node


def main(source, target):
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
    template = plain(cfn_yaml.load(source))
    # `sam deploy` uploads the package at CodeUri before CloudFormation sees the template.
    template["Globals"]["Function"]["CodeUri"] = "s3://bucket/function.zip"
    try:
        result = transform(template, PARAMETERS, NoManagedPolicies())
    except InvalidDocumentException as refused:
        for cause in refused.causes:
            print(f"{source}: {cause.message}", file=sys.stderr)
        return 1
    with open(target, "w", encoding="utf-8") as out:
        json.dump(result, out, indent=2)
    print(f"SAM accepts {source}: it becomes {len(result['Resources'])} resources.")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
