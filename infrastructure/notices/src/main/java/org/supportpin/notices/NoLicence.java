package org.supportpin.notices;

/** Something would be shipped without the text of its licence. */
final class NoLicence extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoLicence(String message) {
        super(message);
    }
}
