package org.supportpin.local.sns;

/** An error of Amazon SNS. */
final class SnsFault extends RuntimeException {

    private final String code;
    private final int status;

    SnsFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static SnsFault invalidParameter(String what) {
        return new SnsFault(400, "InvalidParameter", "Invalid parameter: " + what);
    }

    static SnsFault invalidValue(String what) {
        return new SnsFault(400, "ParameterValueInvalid", what);
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
