package org.supportpin.local.template;

/** Something in the template that the local stack does not support. */
final class TemplateFault extends RuntimeException {
    TemplateFault(String message) {
        super(message);
    }
}
