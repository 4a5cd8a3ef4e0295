package org.supportpin.benchmark.micro;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.PinKey;

/** A PIN, compared with its HMAC alone, which is the least it can cost. */
@State(Scope.Thread)
public class PinBenchmark {

    private static final int KEY_BYTES = 32;

    private final PinKey secret = Sample.secret();
    private final PinCounter counter = Sample.counter(Sample.customer());
    private final byte[] message =
            ByteBuffer.allocate(Long.BYTES).putLong(counter.step()).array();
    private final Mac keyed = keyed();

    private static Mac keyed() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[KEY_BYTES], "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public byte[] hmac() {
        return keyed.doFinal(message);
    }

    @Benchmark
    public Passcode pin() {
        return secret.pin(counter);
    }

    /** Before the first PIN of a request, a key is derived from the opened secret. */
    @Benchmark
    public Passcode openedAndPin() {
        try (var opened = Sample.secret()) {
            return opened.pin(counter);
        }
    }
}
