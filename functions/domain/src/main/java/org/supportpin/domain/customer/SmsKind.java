package org.supportpin.domain.customer;

/** What an SMS that counts bears. */
enum SmsKind {
    PIN,
    CODE
}
