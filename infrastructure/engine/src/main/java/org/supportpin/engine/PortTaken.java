package org.supportpin.engine;

/** Another process has taken the port. */
final class PortTaken extends Exception {

    PortTaken(String said) {
        super(said);
    }
}
