package org.supportpin.domain.billing;

import org.supportpin.domain.check.Checked;

/**
 * The ID of a customer's service, such as {@code svc-1}.
 *
 * @param value 1–64 letters, digits, and {@code . _ -} after the first
 */
public record ServiceId(String value) {

    public ServiceId {
        Ids.FORM.require(value);
    }

    public static Checked<ServiceId> parse(String text) {
        return Ids.FORM.parse(text, ServiceId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
