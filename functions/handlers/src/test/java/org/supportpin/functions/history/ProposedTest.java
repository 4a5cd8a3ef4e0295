package org.supportpin.functions.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.identity.Language;

/** What is decided about is called by its name. */
class ProposedTest {

    @ParameterizedTest
    @CsvSource({
        "RECALL_GR_DOMAIN, nea.gr, Θα γίνει: ανάκληση του nea.gr., To be done: recall of nea.gr.",
        "RECALL_GR_DOMAIN, xn--xxabhm1c.gr, Θα γίνει: ανάκληση του νόμος.gr., To be done: recall of νόμος.gr.",
        "CHANGE_NAMESERVERS, nea.gr NS, Θα γίνει: αλλαγή nameservers του nea.gr., To be done: nameserver change of nea.gr.",
        "CHANGE_DOMAIN_ADMINISTRATOR, nea.gr administrator, Θα γίνει: αλλαγή διαχειριστή του nea.gr., To be done: change of administrator of nea.gr."
    })
    void whatIsOfOneDomainNamesIt(ActionName action, String what, String greek, String english) {
        var summary = Summary.proposed(action, what);

        assertThat(summary.greek()).isEqualTo(greek);
        assertThat(summary.english()).isEqualTo(english);
        assertThat(Language.further())
                .allSatisfy(language -> assertThat(summary.further(language)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void withoutItTheActionIsNamed(ActionName action) {
        assertThat(Summary.proposed(action, null).greek())
                .startsWith("Θα γίνει: ")
                .endsWith(".");
    }

    /** A line has 200 characters, and a name has up to 253. */
    @Test
    void aNameThatDoesNotFitIsLeftOut() {
        var label = "a".repeat(60);

        assertThat(Summary.proposed(
                        ActionName.RECALL_GR_DOMAIN, label + "." + label + "." + label + "." + label + ".gr"))
                .isEqualTo(Summary.proposed(ActionName.RECALL_GR_DOMAIN, null));
    }
}
