package org.supportpin.engine;

/** Another process was faster. */
final class PortTaken extends Exception {

    PortTaken(String said) {
        super(said);
    }
}
