package org.supportpin.functions.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.signing.PublishedRsaKey;
import org.supportpin.domain.token.TokenSigner;
import org.supportpin.domain.token.TokenUses;

/** What stands in for the table and for KMS. */
final class Fakes {

    private Fakes() {}

    /** In memory. */
    static final class Uses implements TokenUses {
        private final Map<Hash, Instant> used = new HashMap<>();
        private final Map<String, Integer> counted = new HashMap<>();

        @Override
        public synchronized boolean use(Hash assertion, Instant until) {
            return used.putIfAbsent(assertion, until) == null;
        }

        @Override
        public synchronized boolean count(String client, Instant now, int most) {
            return counted.merge(client + now.truncatedTo(ChronoUnit.MINUTES), 1, Integer::sum) <= most;
        }

        synchronized Instant kept() {
            return used.values().iterator().next();
        }

        synchronized int issued() {
            return counted.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** As {@code TokenKeys} has them: the first signs. */
    record Keys(List<KeyPair> pairs) implements TokenSigner {

        private static final byte[] SHA_256 = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

        static Keys of(KeyPair... pairs) {
            return new Keys(List.of(pairs));
        }

        @Override
        public PublishedRsaKey current() {
            return published().getFirst();
        }

        @Override
        public List<PublishedRsaKey> published() {
            return pairs.stream()
                    .map(pair -> new PublishedRsaKey((RSAPublicKey) pair.getPublic()))
                    .toList();
        }

        @Override
        public byte[] sign(Hash message) {
            try {
                var signature = Signature.getInstance("NONEwithRSA");
                signature.initSign(pairs.getFirst().getPrivate());
                signature.update(SHA_256);
                signature.update(message.bytes());
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static final byte[] SECRET = "thirty-two bytes are the least here".getBytes(UTF_8);
}
