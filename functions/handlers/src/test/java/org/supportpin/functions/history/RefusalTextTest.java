package org.supportpin.functions.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Refusal;

class RefusalTextTest {

    @Test
    void theWordsInBothLanguagesAreKept() {
        var refusal = new Refusal("zone-changed", "The zone has changed.", "Η ζώνη άλλαξε.");

        var text = RefusalText.sealed(refusal);

        assertThat(RefusalText.opened("zone-changed", text)).isEqualTo(refusal);
        assertThat(RefusalText.english(text)).isEqualTo("The zone has changed.");
    }

    /** Another system's words, and what was stored before there was any Greek. */
    @Test
    void wordsInOneLanguageStayInOne() {
        var refusal = Refusal.untranslated("back-office-refused", "Object exists");

        assertThat(RefusalText.sealed(refusal)).isEqualTo("Object exists");
        assertThat(RefusalText.opened("back-office-refused", "Object exists")).isEqualTo(refusal);
        assertThat(RefusalText.english("Object exists")).isEqualTo("Object exists");
    }
}
