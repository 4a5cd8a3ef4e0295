package org.supportpin.domain.message;

import org.supportpin.domain.phone.PhoneNumber;

/** The service that delivers SMS; Amazon SNS. */
public interface Messenger {

    /**
     * Hands over one SMS. Not idempotent: callers count the SMS before.
     *
     * @throws SmsUnavailable if the service does not answer or refuses; the SMS may still arrive
     */
    void send(PhoneNumber to, SmsText text);

    /** The SMS was not accepted. The message contains neither number nor text. */
    final class SmsUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public SmsUnavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
