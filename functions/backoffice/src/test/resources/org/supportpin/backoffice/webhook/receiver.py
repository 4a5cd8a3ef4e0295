"""A hoster's system, as small as it can be: it checks each call by the Standard Webhooks specification alone, and keeps its things
in memory. python3 receiver.py SECRET [SECRET]; it prints its port. /seed, /held, /seen, /kept and /leak are for the tests, and not signed."""

import base64
import hashlib
import hmac
import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

TOLERANCE = 5 * 60
KEYS = [base64.b64decode(secret.removeprefix("whsec_")) for secret in sys.argv[1:]]

store = {}  # kind -> id -> thing
answers = {}  # webhook-id -> what was answered to a change
read_ids = set()
seen = []
leaks = False  # whether lists hold everybody's things
lock = Lock()


def verified(headers, body):
    """https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md"""
    ident, stamp = headers.get("webhook-id"), headers.get("webhook-timestamp")
    # The specification forbids a full stop in the id: it separates what is signed.
    if not ident or "." in ident or not stamp or not stamp.isdigit() or abs(time.time() - int(stamp)) > TOLERANCE:
        return False
    signed = ident.encode() + b"." + stamp.encode() + b"." + body
    expected = [hmac.new(key, signed, hashlib.sha256).digest() for key in KEYS]
    for part in headers.get("webhook-signature", "").split(" "):
        version, _, given = part.partition(",")
        try:
            decoded = base64.b64decode(given, validate=True)
        except ValueError:
            continue
        if version == "v1" and any(hmac.compare_digest(decoded, each) for each in expected):
            return True
    return False


def done(result):
    return {"outcome": "done", "result": result}


def refused(detail, rule=None):
    return {"outcome": "refused", "detail": detail, **({"rule": rule} if rule else {})}


def thing(kind, ident):
    return store.get(kind, {}).get(ident)


def dns_apply(data):
    """One change after the other, like many a name server's database, but all of them or none."""
    zone = thing("zones", data["zone"])
    if zone is None:
        return refused("no such zone", "zone-not-hosted-here")
    sets = {(each["name"], each["type"]): each for each in zone["recordSets"]}
    for change in data["changes"]:
        key = (change["name"], change["type"])
        now = sets.get(key)
        if (now and {"ttl": now["ttl"], "records": now["records"]}) != change["before"]:
            return refused("the zone has changed", "zone-changed")
        if change["after"] is None:
            del sets[key]
        else:
            sets[key] = {"name": key[0], "type": key[1], **change["after"]}
            beside = {kind for name, kind in sets if name == key[0]}
            if "CNAME" in beside and len(beside) > 1:
                return refused(f"{key[0]} cannot be an alias and have other records")
    zone["recordSets"] = list(sets.values())
    return done(zone)


def mail_send(data):
    mails = store.setdefault("mail", {})
    mails[f'{data["actionId"]}.{data["purpose"]}.{len(mails)}'] = data
    return done({})


def mail_found(data):
    return any(each.startswith(f'{data["actionId"]}.{data["purpose"]}.') for each in store.get("mail", {}))


def change_domain(data, now, before, change):
    """Changes a domain if what is now there is what was there when the action was checked."""
    domain = thing("domains", data["domain"])
    if domain is None:
        return refused("no such domain", "domain-not-found")
    if now(domain) != before:
        return refused("the domain has changed", "domain-changed")
    domain.update(change(domain))
    return done(domain)


def set_nameservers(data):
    return change_domain(
        data, lambda domain: domain["nameservers"], data["before"], lambda _: {"nameservers": data["after"]})


def recall(data):
    return change_domain(
        data, lambda domain: domain["submission"], data["submission"], lambda _: {"status": "recalled"})


def set_administrator(data):
    def administrator(domain):
        contacts = store.setdefault("contacts", {})
        if "contactId" in data:
            return {"administrators": [contacts[data["contactId"]]]}
        ident = f"con-new-{len(contacts) + 1}"
        contacts[ident] = {"contactId": ident, "listedUnder": domain["customerId"], **data["administrator"]}
        return {"administrators": [contacts[ident]]}

    return change_domain(
        data, lambda domain: [each["contactId"] for each in domain["administrators"]], [data["before"]], administrator)


PRICE_CHANGED = refused("the price, or what it was for, has changed", "price-changed")


def priced(product, cycle, price):
    product = thing("products", product)
    return product and {"billingCycle": cycle, "price": price} in product["prices"] and product


def billed(data, purpose, product, name):
    """An order and its unpaid invoice, which the action's id finds again."""
    placed = store.setdefault("placed", {})
    number = len(placed) + 1
    order, invoice = f"ord-{number}", f"inv-{number}"
    placed[data["actionId"]] = {
        "orderId": order, "invoiceId": invoice, "amountDue": data["price"], "bankReference": "RF18539007547034"}
    what = {"purpose": purpose, "billingCycle": data["billingCycle"], "product": product["name"], "name": name}
    store.setdefault("orders", {})[order] = {
        "id": order, "customerId": data["customerId"], "paid": False,
        "for": {key: value for key, value in what.items() if value},
        "invoice": {"id": invoice, "amount": data["price"], "bankReference": "RF18539007547034", "dueDate": "2026-12-01"},
        "administrator": thing("customers", data["customerId"])}
    return placed[data["actionId"]]


def once(data, make):
    before = thing("placed", data["actionId"])
    return done(before) if before else make()


def place_order(data):
    product = priced(data["productId"], data["billingCycle"], data["price"])
    return once(data, lambda: done(billed(data, "new", product, data.get("hostname"))) if product else PRICE_CHANGED)


def own_service(data, due):
    service = thing("services", data["serviceId"])
    same = service and service["customerId"] == data["customerId"] and service["nextDueDate"] == due
    return service if same else None


def renew(data):
    service = own_service(data, data["paidUntil"])
    product = priced(data["productId"], data["billingCycle"], data["price"])

    def make():
        if service and "openRenewalInvoiceId" in service:
            return refused("invoiced already", "renewal-already-invoiced")
        if not service or not product:
            return PRICE_CHANGED
        placed = billed(data, "renewal", product, service.get("name"))
        service["openRenewalInvoiceId"] = placed["invoiceId"]
        return done(placed)

    return once(data, make)


def upgrade(data):
    service = own_service(data, data["until"])
    product = thing("products", data["toProductId"])

    def make():
        if service and "openUpgradeOrderId" in service:
            return refused("ordered already", "upgrade-in-progress")
        if not service or not product or service["productId"] != data["fromProductId"]:
            return PRICE_CHANGED
        placed = billed(data, "upgrade", product, service.get("name"))
        service["openUpgradeOrderId"] = placed["orderId"]
        return done(placed)

    return once(data, make)


def apply_settings(data):
    package = thing("packages", data["packageId"])
    if package is None:
        return refused("no such package")
    php = package["php"]
    edits = [(each["name"], each["before"], each["after"]) for each in data["settings"]]
    version = data.get("version")

    def shows(side):
        return (version is None or php["version"] == version[side]) and all(
            php["settings"].get(name) == (before if side == "before" else after) for name, before, after in edits)

    if not shows("after"):
        if not shows("before"):
            return refused("the package has changed", "settings-changed")
        if version:
            php["version"] = version["after"]
        for name, _, after in edits:
            php["settings"].pop(name, None) if after is None else php["settings"].update({name: after})
    return done(php)


def apply_fix(data):
    package, given = thing("packages", data["packageId"]), data["arguments"]
    if package is None:
        return refused("no such package")
    if data["fix"] == "unban-address":
        package["bannedAddresses"] = [each for each in package["bannedAddresses"] if each != given["address"]]
        after = {"banned": False}
    elif data["fix"] == "raise-mailbox-quota":
        for each in package["mailboxes"]:
            if each["address"] == given["mailbox"]:
                each["quotaMb"] = given["quotaMb"]
        after = {"quotaMb": given["quotaMb"]}
    else:
        return refused("no such fix here")
    store.setdefault("fixes", {})[data["actionId"]] = {"fix": data["fix"], "after": after}
    return done(after)


def outcome(found):
    return {"outcome": "not-done"} if found is None else done(found)


PAGE = 5


def page(kind, data, own):
    """The items after the cursor, which is the id of the last one that was sent."""
    ids = sorted(ident for ident, each in store.get(kind, {}).items() if own(each) and ident > data.get("cursor", ""))
    items = [store[kind][ident] for ident in ids[:PAGE]]
    return {"items": items, "nextCursor": ids[PAGE - 1] if len(ids) > PAGE else None}


def of_customer(kind, data):
    return page(kind, data, lambda each: leaks or each["customerId"] == data["customerId"])


def listed(order):
    what, invoice = order["for"], order["invoice"]
    name = what.get("name", what.get("domain"))
    return {
        "id": order["id"], "customerId": order["customerId"], "purpose": what["purpose"],
        "billingCycle": what["billingCycle"], "paid": order["paid"], "amount": invoice["amount"],
        "dueDate": invoice["dueDate"], **({"product": what["product"]} if "product" in what else {}),
        **({"name": name} if name else {})}


def orders(data):
    found = of_customer("orders", data)
    return {**found, "items": [listed(each) for each in found["items"]]}


def known(domain, customer):
    people = [domain["owner"], *domain["administrators"]]
    return domain["customerId"] == customer or any(each.get("customerId") == customer for each in people)


def customer(ident):
    found = thing("customers", ident)
    return found and {"customerId": ident, "name": found["name"], **({"language": found["language"]} if "language" in found else {})}


READS = {
    "billing.customer": lambda data: {"found": customer(data["customerId"])},
    "billing.services": lambda data: of_customer("services", data),
    "billing.orders": orders,
    "billing.products": lambda data: page("products", data, lambda _: True),
    "registrar.domains": lambda data: page("domains", data, lambda each: leaks or known(each, data["customerId"])),
    "registrar.contacts": lambda data: page(
        "contacts", data, lambda each: leaks or each["listedUnder"] == data["customerId"]),
    "hosting.packages": lambda data: of_customer("packages", data),
    "dns.zone": lambda data: {"found": thing("zones", data["zone"])},
    "registrar.domain": lambda data: {"found": thing("domains", data["domain"])},
    "hosting.package": lambda data: {"found": thing("packages", data["packageId"])},
    "hosting.findFix": lambda data: outcome(thing("fixes", data["actionId"])),
    "registrar.contact": lambda data: {"found": thing("contacts", data["contactId"])},
    "billing.product": lambda data: {"found": thing("products", data["productId"])},
    "billing.service": lambda data: {"found": thing("services", data["serviceId"])},
    "billing.order": lambda data: {"found": thing("orders", data["orderId"])},
    "billing.findByAction": lambda data: outcome(thing("placed", data["actionId"])),
    "mail.find": lambda data: outcome({} if mail_found(data) else None),
}
CHANGES = {
    "dns.applyChanges": dns_apply,
    "hosting.applySettings": apply_settings,
    "hosting.applyFix": apply_fix,
    "mail.send": mail_send,
    "registrar.setNameservers": set_nameservers,
    "registrar.recall": recall,
    "registrar.setAdministrator": set_administrator,
    "billing.placeOrder": place_order,
    "billing.renew": renew,
    "billing.upgrade": upgrade,
}


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def say(self, status, answer):
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        global leaks
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with lock:
            if self.path == "/seed":
                given = json.loads(body)
                store.setdefault(given["kind"], {})[given["id"]] = given["thing"]
                self.say(200, {})
            elif self.path == "/held":
                given = json.loads(body)
                self.say(200, [each for ident, each in store.get(given["kind"], {}).items() if ident.startswith(given["id"])])
            elif self.path == "/seen":
                self.say(200, seen)
            elif self.path == "/kept":
                self.say(200, store)
            elif self.path == "/leak":
                leaks = True
                self.say(200, {})
            elif not verified(self.headers, body):
                self.say(401, {})
            else:
                self.operation(json.loads(body), self.headers["webhook-id"])

    def operation(self, call, ident):
        kind = call["type"]
        seen.append({"id": ident, "type": kind})
        if kind in CHANGES:
            if ident not in answers:
                answers[ident] = CHANGES[kind](call["data"])
            self.say(200, answers[ident])
        elif kind in READS and ident not in read_ids:
            read_ids.add(ident)
            self.say(200, READS[kind](call["data"]))
        else:
            self.say(409, {})


server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
print(server.server_port, flush=True)
server.serve_forever()
