// The back office's state as lines: each has a stable key, a title and a text.
import { said } from "/shared/texts.js";

/** @returns {Record<string, Array<{key: string, title: string, text: string}>>} by group */
export function lines(state, customer, lang) {
  const own = (each) => each.customerId === customer;
  const product = (id) => said(state.products.find((each) => each.id === id)?.name, lang) ?? id;
  return {
    zones: state.zones.filter(own).flatMap(({ name, recordSets }) => recordSets.filter(isTold).map((set) => record(name, set))),
    services: state.services.filter(own).map((each) => ({
      key: each.id,
      title: each.name ?? each.id,
      text: join(product(each.productId), each.status, each.nextDueDate),
    })),
    orders: state.orders.filter(own).map((each) => ({
      key: each.id,
      title: each.id,
      text: join(said(each.for.product, lang) ?? each.for.purpose, each.for.name, each.paid ? "paid" : "unpaid"),
    })),
    domains: state.domains.filter(own).map((each) => ({
      key: each.name,
      title: each.name,
      text: join(each.status, ...(each.administrators ?? []).map(({ name }) => name), hosts(each.nameservers)),
    })),
    packages: state.packages.filter(own).flatMap(({ packageId, mainDomain, php }) => [
      { key: `${packageId} php`, title: mainDomain, text: `PHP ${php.version}` },
      ...Object.entries(php.settings).map(([name, value]) => ({
        key: `${packageId} ${name}`,
        title: mainDomain,
        text: `${name} = ${value}`,
      })),
    ]),
    mail: state.mail.map((each, index) => ({
      key: String(index),
      title: String(each.to?.email ?? each.to ?? index + 1),
      text: String(each.subject ?? each.orderId ?? ""),
    })),
  };
}

/** Every zone has SOA and NS records, so they are not worth showing. */
function isTold({ type }) {
  return type !== "SOA" && type !== "NS";
}

function record(zone, { name, type, ttl, records }) {
  return { key: `${name} ${type}`, title: `${name} ${type}`, text: `${records.join(", ")} · ${ttl}` };
}

function hosts(nameservers) {
  return (nameservers ?? []).map((each) => each.host ?? each.name ?? each).join(", ");
}

function join(...parts) {
  return parts.filter((part) => part !== undefined && part !== null && part !== "").join(" · ");
}
