package org.supportpin.domain.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Self-signed certificates, each made once by the JDK's keytool. The contexts trust themselves. */
public final class SelfSigned {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static @Nullable SSLContext made;
    private static @Nullable SSLContext madeForAnother;

    private SelfSigned() {}

    /** For this machine's address. */
    public static synchronized SSLContext context() {
        if (made == null) {
            made = made("CN=localhost", "san=ip:127.0.0.1");
        }
        return made;
    }

    /** For a machine with another name. */
    public static synchronized SSLContext contextOfAnother() {
        if (madeForAnother == null) {
            madeForAnother = made("CN=mail.example.gr", "san=dns:mail.example.gr");
        }
        return madeForAnother;
    }

    private static SSLContext made(String name, String alternative) {
        try {
            return make(name, alternative);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate for the tests", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext make(String name, String alternative)
            throws IOException, GeneralSecurityException, InterruptedException {
        var folder = Files.createTempDirectory("certificate");
        var file = folder.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var status = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-keyalg",
                        "EC",
                        "-dname",
                        name,
                        "-ext",
                        alternative,
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("keytool failed");
        }
        var store = KeyStore.getInstance(file.toFile(), PASSWORD);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
