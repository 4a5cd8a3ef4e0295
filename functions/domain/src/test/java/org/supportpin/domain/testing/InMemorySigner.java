package org.supportpin.domain.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.signing.EcdsaSignature;
import org.supportpin.domain.signing.PublishedKey;
import org.supportpin.domain.signing.Signer;

/** Signs with its own keys. */
public final class InMemorySigner implements Signer {

    private final List<KeyPair> keys = new CopyOnWriteArrayList<>();
    private volatile boolean isDown;

    public InMemorySigner() {
        renew();
    }

    /** From now on another key signs. */
    public void renew() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys.addFirst(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on it does not answer, or does again. */
    public void down(boolean down) {
        isDown = down;
    }

    @Override
    public PublishedKey current() {
        return published().getFirst();
    }

    @Override
    public List<PublishedKey> published() {
        check();
        return keys.stream()
                .map(pair -> new PublishedKey((ECPublicKey) pair.getPublic()))
                .toList();
    }

    @Override
    public EcdsaSignature sign(Hash message) {
        check();
        try {
            var signature = Signature.getInstance("NONEwithECDSAinP1363Format");
            signature.initSign(keys.getFirst().getPrivate());
            signature.update(message.bytes());
            return new EcdsaSignature(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check() {
        if (isDown) {
            throw new KeysUnavailable("the signer is down", new IllegalStateException("down"));
        }
    }
}
