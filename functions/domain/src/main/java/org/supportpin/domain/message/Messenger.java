package org.supportpin.domain.message;

import org.supportpin.domain.phone.PhoneNumber;

/** The service that delivers SMS; Amazon SNS. */
public interface Messenger {

    /** Hands over one SMS, in one attempt: a repeated attempt could deliver it twice. Callers count the SMS before. */
    Handover send(PhoneNumber to, SmsText text);
}
