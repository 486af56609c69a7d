# Reads mails (one a line, in base64) from standard input with Python's own library, which has no part in writing them, and says of each
# in a line of JSON what is in it and what is wrong with its form.
import base64
import email
import email.policy
import json
import sys


def read(raw):
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    parts = {part: mail.get_body((part,)) for part in ("plain", "html")}
    return {
        "headers": [[name, str(value)] for name, value in mail.items()],
        "text": parts["plain"] and parts["plain"].get_content(),
        "html": parts["html"] and parts["html"].get_content(),
        "defects": [repr(defect) for part in mail.walk() for defect in defects(part)] + ([] if raw.isascii() else ["not in ASCII"]),
    }


def defects(part):
    yield from part.defects
    for value in part.values():
        yield from value.defects


for line in sys.stdin:
    print(json.dumps(read(base64.b64decode(line))), flush=True)
