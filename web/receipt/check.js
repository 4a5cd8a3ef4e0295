"use strict";

// Checks a receipt with the browser's own cryptography: JWS in compact form (RFC 7515), ES256 (RFC 7518 §3.4), JWK Set (RFC 7517).
(() => {
  const PART = /^[A-Za-z0-9_-]+$/;
  const SIGNATURE_BYTES = 64;
  const TYPE = "support-pin-receipt+jwt";

  class Fault extends Error {
    constructor(code) {
      super(code);
      this.code = code;
    }
  }

  function bytes(part) {
    if (!PART.test(part)) {
      throw new Fault("not-a-receipt");
    }
    const binary = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  }

  function json(part) {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes(part)));
    if (typeof value !== "object" || value === null) {
      throw new Fault("not-a-receipt");
    }
    return value;
  }

  /** What is no receipt at all, whatever its signature. */
  function read(text) {
    try {
      const parts = text.replace(/\s+/g, "").split(".");
      const [header, payload, signature] = [json(parts[0]), json(parts[1]), bytes(parts[2])];
      const isReceipt =
        parts.length === 3 &&
        header.alg === "ES256" &&
        header.typ === TYPE &&
        header.crit === undefined &&
        typeof payload.call === "object" &&
        signature.length === SIGNATURE_BYTES;
      if (isReceipt) {
        return { header, payload, signature, signed: `${parts[0]}.${parts[1]}` };
      }
    } catch {
      // Answered below, like whatever else is no receipt.
    }
    throw new Fault("not-a-receipt");
  }

  function keySet(text) {
    try {
      const { keys } = JSON.parse(text);
      if (Array.isArray(keys) && keys.length > 0) {
        return keys;
      }
    } catch {
      // Answered below.
    }
    throw new Fault("not-keys");
  }

  async function verifies(key, receipt) {
    const { kty, crv, x, y } = key;
    const algorithm = { name: "ECDSA", namedCurve: "P-256" };
    let imported;
    try {
      imported = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, algorithm, false, ["verify"]);
    } catch {
      throw new Fault("not-keys");
    }
    const signed = new TextEncoder().encode(receipt.signed);
    return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, imported, receipt.signature, signed);
  }

  /**
   * Checks a receipt.
   *
   * @param {string} receipt as it was pasted
   * @param {string} keys a JWK Set
   * @returns {Promise<{payload: object, kid: string}>} what it says
   * @throws an error with a `code`: receipt-missing, keys-missing, not-a-receipt, not-keys, unknown-key or altered
   */
  supportPinReceipt.check = async (receipt, keys) => {
    for (const [name, text] of Object.entries({ receipt, keys })) {
      if (text.trim() === "") {
        throw new Fault(`${name}-missing`);
      }
    }
    const given = read(receipt);
    const key = keySet(keys).find((each) => each?.kid === given.header.kid);
    if (key === undefined) {
      throw new Fault("unknown-key");
    }
    if (!(await verifies(key, given))) {
      throw new Fault("altered");
    }
    return { payload: given.payload, kid: given.header.kid };
  };
})();
