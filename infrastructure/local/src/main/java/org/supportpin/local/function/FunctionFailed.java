package org.supportpin.local.function;

/** A function threw or timed out. The console has the exception, as the log would in AWS. */
public final class FunctionFailed extends Exception {
    public FunctionFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
