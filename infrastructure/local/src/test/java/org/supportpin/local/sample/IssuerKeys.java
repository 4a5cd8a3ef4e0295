package org.supportpin.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.supportpin.local.store.DataFolder;
import org.supportpin.local.token.Issuer;
import org.supportpin.local.token.IssuerName;

/**
 * Keys for the issuers of stacks that tests start: made once and kept below {@code target/}, since without the JVM's second
 * compiler a pair of RSA keys takes longer than all the rest of a start.
 */
public final class IssuerKeys {

    private static final Path KEPT = Path.of("target", "issuer-keys");
    private static final URI NOWHERE = URI.create("http://127.0.0.1/");

    private IssuerKeys() {}

    /** Puts them into a stack's data folder, before it starts; a key that is there stays. */
    public static void putInto(Path data) {
        try {
            Files.createDirectories(data);
            for (var name : IssuerName.values()) {
                var file = "issuer-" + name.text() + ".json";
                if (!Files.exists(data.resolve(file))) {
                    Files.copy(kept(name, file), data.resolve(file));
                }
            }
            for (var key : new String[] {"TokenKeyOne", "TokenKeyTwo"}) {
                var file = "kms-" + key + ".pair";
                if (!Files.exists(data.resolve(file))) {
                    Files.copy(keptPair(file), data.resolve(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the form in which the local KMS stores it: the private key, and the public one. */
    private static Path keptPair(String file) throws IOException {
        var kept = KEPT.resolve(file);
        if (!Files.exists(kept)) {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                var pair = generator.generateKeyPair();
                var encoder = Base64.getEncoder();
                Files.createDirectories(KEPT);
                var made = Files.writeString(
                        Files.createTempFile(KEPT, "pair", ""),
                        encoder.encodeToString(pair.getPrivate().getEncoded()) + " "
                                + encoder.encodeToString(pair.getPublic().getEncoded()));
                Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has RSA", e);
            }
        }
        return kept;
    }

    /** Another process may create it at the same time; then either is fine. */
    private static Path kept(IssuerName name, String file) throws IOException {
        var kept = KEPT.resolve(file);
        if (!Files.exists(kept)) {
            Files.createDirectories(KEPT);
            var making = Files.createTempDirectory(KEPT, "making");
            try (var folder = DataFolder.open(making)) {
                Issuer.open(folder, name, NOWHERE);
                Files.move(making.resolve(file), kept, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return kept;
    }
}
