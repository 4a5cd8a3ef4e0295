package org.supportpin.domain.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.WrappedKey;

/** Wraps with its own keys: AES-256-GCM, with the context as associated data. Counts its calls. */
public final class InMemoryDataKeys implements DataKeys {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> masters = new ConcurrentHashMap<>();
    private final AtomicInteger generated = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final List<SecretBytes> handedOut = new CopyOnWriteArrayList<>();
    private volatile String currentKeyId = "in-memory";

    public InMemoryDataKeys() {
        masters.put(currentKeyId, new SecretKeySpec(bytes(KEY), "AES"));
    }

    /** From now on another key wraps. The earlier ones still open what they wrapped. */
    public void renew() {
        var next = "in-memory-" + (masters.size() + 1);
        masters.put(next, new SecretKeySpec(bytes(KEY), "AES"));
        currentKeyId = next;
    }

    /** From now on only the current key is allowed. */
    public void retire() {
        masters.keySet().retainAll(List.of(currentKeyId));
    }

    @Override
    public String currentKeyId() {
        return currentKeyId;
    }

    @Override
    public DataKey generate(SecretContext context) {
        generated.incrementAndGet();
        var plain = bytes(KEY);
        return new DataKey(handOut(plain), wrap(plain, context));
    }

    private WrappedKey wrap(byte[] plain, SecretContext context) {
        var nonce = bytes(NONCE);
        var keyId = currentKeyId;
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, keyId, nonce, context).doFinal(plain);
            var wrapped = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
            return new WrappedKey(new Ciphertext(wrapped.array()), keyId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SecretBytes open(WrappedKey wrapped, SecretContext context) {
        opened.incrementAndGet();
        return handOut(unwrap(wrapped, context));
    }

    @Override
    public WrappedKey rewrap(WrappedKey wrapped, SecretContext context) {
        return wrap(unwrap(wrapped, context), context);
    }

    private byte[] unwrap(WrappedKey wrapped, SecretContext context) {
        var bytes = wrapped.bytes().bytes();
        if (bytes.length < NONCE || !masters.containsKey(wrapped.keyId())) {
            throw new SecretDoesNotOpen(context.purpose(), "too short, or of a key that is not allowed", null);
        }
        var nonce = new byte[NONCE];
        ByteBuffer.wrap(bytes).get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, wrapped.keyId(), nonce, context)
                    .doFinal(bytes, NONCE, bytes.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new SecretDoesNotOpen(context.purpose(), "altered, or of another context", e);
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

    private Cipher cipher(int mode, String keyId, byte[] nonce, SecretContext context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, masters.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new TreeMap<>(context.pairs()).toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
