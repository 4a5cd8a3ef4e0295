package org.supportpin.local.function;

/** A function threw, or ran out of its time. What it threw went to the console, as it goes to the log in AWS. */
public final class FunctionFailed extends Exception {
    FunctionFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
