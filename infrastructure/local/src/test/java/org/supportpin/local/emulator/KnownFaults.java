package org.supportpin.local.emulator;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Where emulators are not as AWS is. This list is the only place for it: no test and no adapter makes room for one. A test that is in
 * it must fail there, and is then reported as skipped; if it passes, the fault is mended, and the line must go.
 */
final class KnownFaults implements InvocationInterceptor {

    /**
     * @param seenIn the version in which it was seen
     * @param test a method of {@link AwsContract} or of a contract in it
     * @param always whether the test fails each time; where a race decides, it may pass as well
     * @param fault what is not as in AWS
     */
    record KnownFault(Emulator emulator, String seenIn, String test, boolean always, String fault) {
        String sentence() {
            return emulator.text() + " " + seenIn + ", " + test + ": " + fault;
        }
    }

    static final List<KnownFault> ALL = List.of(
            new KnownFault(
                    Emulator.MOTO,
                    "5.2.1",
                    "whatNamesAnotherKeyDoesNotOpen",
                    true,
                    "ReEncrypt ignores SourceKeyId and uses the key that wrapped the blob; KMS refuses with IncorrectKeyException."),
            signed("whatItSignedIsVerifiedByItsPublicKey"),
            signed("aTokenIsVerifiedByTheCurrentKeyAlone"),
            signed("whatTheKeyBeforeSignedIsVerifiedByAPublishedKey"),
            raced("noCountIsLostHoweverManyCountAtOnce"),
            raced("aClaimIsTakenOnceForEachVersion"),
            raced("anActionIsTakenForOneLookAtATime"),
            raced("ofManyWhoAppendAtOnceExactlyOneWins"),
            raced("ofManyTransactionsAtOnceNoneIsHalfDone"),
            raced("ofManyAtTheSameTimeOneUsesAnAssertion"),
            raced("ofManyAtTheSameTimeNoMoreAreCountedThanThereAre"));

    private static KnownFault signed(String test) {
        return new KnownFault(
                Emulator.MOTO,
                "5.2.1",
                test,
                true,
                "Sign takes a message of the type DIGEST for the message itself and hashes it once more; KMS signs the digest.");
    }

    private static KnownFault raced(String test) {
        return new KnownFault(
                Emulator.MOTO,
                "5.2.1",
                test,
                false,
                "Neither a conditional write nor a transaction is atomic between its threads; DynamoDB serializes them.");
    }

    @FunctionalInterface
    interface Run {
        void run() throws Throwable;
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        hold(known(context).orElse(null), invocation::proceed);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        hold(known(context).orElse(null), invocation::proceed);
    }

    private static Optional<KnownFault> known(ExtensionContext context) {
        var contract = context.getRequiredTestInstances()
                .findInstance(AwsContract.class)
                .orElseThrow();
        var test = context.getRequiredTestMethod().getName();
        return ALL.stream()
                .filter(fault ->
                        fault.emulator() == contract.emulator() && fault.test().equals(test))
                .findFirst();
    }

    /** Runs a test: with a known fault, it must fail. */
    static void hold(@Nullable KnownFault fault, Run test) throws Throwable {
        if (fault == null) {
            test.run();
            return;
        }
        try {
            test.run();
        } catch (TestAbortedException skipped) {
            throw skipped;
        } catch (Throwable expected) {
            var sentence = "A known fault of " + fault.sentence();
            System.out.println(sentence);
            Assumptions.abort(sentence + " Here: " + expected);
        }
        if (!fault.always()) {
            return;
        }
        Assertions.fail("Mended, so take it out of the list: " + fault.sentence());
    }
}
