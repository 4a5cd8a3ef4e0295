package org.supportpin.domain.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;

/** Wraps with its own key: AES-256-GCM, with the context as associated data. Counts its calls. */
public final class InMemoryDataKeys implements DataKeys {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec master = new SecretKeySpec(bytes(KEY), "AES");
    private final AtomicInteger generated = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final List<SecretBytes> handedOut = new CopyOnWriteArrayList<>();

    @Override
    public DataKey generate(SecretContext context) {
        generated.incrementAndGet();
        var plain = bytes(KEY);
        var nonce = bytes(NONCE);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            var wrapped = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
            return new DataKey(handOut(plain), new Ciphertext(wrapped.array()), "in-memory");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SecretBytes open(Ciphertext wrapped, SecretContext context) {
        opened.incrementAndGet();
        var bytes = wrapped.bytes();
        if (bytes.length < NONCE) {
            throw new SecretDoesNotOpen("too short", null);
        }
        var nonce = new byte[NONCE];
        ByteBuffer.wrap(bytes).get(nonce);
        try {
            return handOut(cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(bytes, NONCE, bytes.length - NONCE));
        } catch (GeneralSecurityException e) {
            throw new SecretDoesNotOpen("altered, or of another context", e);
        }
    }

    public int generated() {
        return generated.get();
    }

    public int opened() {
        return opened.get();
    }

    /** Whether all keys that were handed out have been wiped. */
    public boolean isAllWiped() {
        return handedOut.stream().allMatch(each -> {
            var sum = 0;
            for (var one : each.insecureAccess()) {
                sum |= one;
            }
            return sum == 0;
        });
    }

    private SecretBytes handOut(byte[] plain) {
        var bytes = new SecretBytes(plain);
        handedOut.add(bytes);
        return bytes;
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private Cipher cipher(int mode, byte[] nonce, SecretContext context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, master, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new TreeMap<>(context.pairs()).toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
