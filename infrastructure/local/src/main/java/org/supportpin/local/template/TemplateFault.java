package org.supportpin.local.template;

/** The template says something that the local stack cannot follow. */
final class TemplateFault extends RuntimeException {
    TemplateFault(String message) {
        super(message);
    }
}
