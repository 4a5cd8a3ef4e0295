package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.registrar.Domains.GIORGOS;
import static org.supportpin.domain.registrar.Domains.MARIA;

import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.name.DomainName;

class AdministratorMailsTest {

    private static final AdministratorEdit CHANGE =
            new AdministratorEdit(DomainName.parse("νόμος.gr").orThrow(), MARIA, GIORGOS.id(), GIORGOS.details());

    private static final Language GERMAN = Language.of("de").orElseThrow();

    @Test
    void theOldAdministratorLearnsOfTheNewOne() {
        var mail = AdministratorMails.toOld(CHANGE, Language.GREEK);

        assertThat(mail.to()).isEqualTo(MARIA.details().email());
        assertThat(mail.purpose()).isEqualTo("administrator-old");
        assertThat(mail.text())
                .contains("δεν είστε πλέον διαχειριστής", "you are no longer the administrator")
                .contains("Γ••• (g•••@a•••.gr)");
    }

    @Test
    void theNewAdministratorIsNotified() {
        var mail = AdministratorMails.toNew(CHANGE, Language.GREEK);

        assertThat(mail.to()).isEqualTo(GIORGOS.details().email());
        assertThat(mail.purpose()).isEqualTo("administrator-new");
        assertThat(mail.text())
                .contains("είστε πλέον ο διαχειριστής", "you are now the administrator")
                .contains("Μ••• (m•••@e•••.gr)");
    }

    @Test
    void bothShowTheDomainInBothSpellingsAndMaskPeople() {
        for (var mail : new String[] {
            AdministratorMails.toOld(CHANGE, Language.GREEK).text(),
            AdministratorMails.toNew(CHANGE, Language.GREEK).text()
        }) {
            assertThat(mail).contains("νόμος.gr (xn--xxabhm1c.gr)").doesNotContain("%s");
            assertThat(mail).doesNotContain("Μαρία", "Γιώργος", "maria@", "giorgos@", "+30");
        }
        assertThat(AdministratorMails.toOld(CHANGE, Language.GREEK).subject())
                .startsWith("νόμος.gr: ")
                .doesNotContain("\n");
    }

    /** The previous administrator is the caller. */
    @Test
    void theCallersLanguageIsThatOfTheOldAdministratorAlone() {
        var german = AdministratorMails.toOld(CHANGE, GERMAN);
        var english = AdministratorMails.toOld(CHANGE, Language.ENGLISH);

        assertThat(german.subject()).isEqualTo("νόμος.gr: Administrator geändert");
        assertThat(german.text())
                .startsWith("Guten Tag,\n\nSie sind nicht mehr Administrator der Domain νόμος.gr (xn--xxabhm1c.gr).\n")
                .contains("Γ••• (g•••@a•••.gr)")
                .doesNotContain("---", "Hello", "Γεια");
        assertThat(english.subject()).isEqualTo("νόμος.gr: administrator changed");
        assertThat(english.text()).startsWith("Hello,").doesNotContain("---", "Γεια");
    }

    @Test
    void anyoneElsesLanguageIsNotKnown() {
        var mail = AdministratorMails.toNew(CHANGE, GERMAN);

        assertThat(mail.subject()).isEqualTo("νόμος.gr: αλλαγή διαχειριστή / administrator changed");
        assertThat(mail.text())
                .startsWith("Γεια σας,")
                .contains("\n---\n\nHello,")
                .doesNotContain("Guten Tag");
    }

    @Test
    void theCallersOwnAddressIsReadByTheCaller() {
        var again = new AdministratorEdit(
                CHANGE.domain(), MARIA, null, Domains.details("Μαρία Αλεξίου", "maria@example.gr"));

        assertThat(AdministratorMails.toNew(again, GERMAN).text())
                .startsWith("Guten Tag,\n\nSie sind jetzt Administrator der Domain νόμος.gr (xn--xxabhm1c.gr).\n")
                .doesNotContain("Γεια", "Hello");
    }
}
