package org.supportpin.domain.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void thePointerGrowsOutwards() {
        assertThat(new Fault("", "Wrong.").within("content").within(0).within("changes"))
                .isEqualTo(new Fault("/changes/0/content", "Wrong."));
    }

    /** RFC 6901 §3: {@code ~} becomes {@code ~0}, {@code /} becomes {@code ~1}. */
    @Test
    void aNameWithASlashOrATildeIsEscaped() {
        assertThat(new Fault("", "Wrong.").within("a/b~c~1").pointer()).isEqualTo("/a~1b~0c~01");
        assertThat(new Fault("/x", "Wrong.").within("").pointer()).isEqualTo("//x");
    }

    @Test
    void whatDoesNotStartWithASlashIsNoPointer() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Fault("changes", "Wrong."));
    }
}
