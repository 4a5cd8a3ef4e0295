package org.supportpin.functions.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** The worst case in a snapshot: a generator whose whole state can be copied. */
class IdsTest {

    private final byte[] snapshot = snapshot();

    @Test
    void twoThatWereRestoredFromOneSnapshotMakeOtherIds() throws Exception {
        var first = restored();
        var second = restored();
        first.refresh();
        second.refresh();

        var all = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            all.add(first.newKey());
            all.add(second.newKey());
        }
        assertThat(all).hasSize(200);
    }

    /** The test above could fail. */
    @Test
    void withoutRefreshTheyMakeTheSame() throws Exception {
        assertThat(restored().newKey()).isEqualTo(restored().newKey());
    }

    private Ids restored() throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(snapshot))) {
            return new Ids((SecureRandom) in.readObject());
        }
    }

    private static byte[] snapshot() {
        try {
            var random = SecureRandom.getInstance("SHA1PRNG");
            random.nextBytes(new byte[1]);
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(random);
            }
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
