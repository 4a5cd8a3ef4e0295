package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.registrar.Domains.ELENI;
import static org.supportpin.domain.registrar.Domains.GIORGOS;
import static org.supportpin.domain.registrar.Domains.MARIA;
import static org.supportpin.domain.registrar.Domains.MARIA_ID;
import static org.supportpin.domain.registrar.Domains.NIKOS;
import static org.supportpin.domain.registrar.Domains.contact;
import static org.supportpin.domain.registrar.Domains.details;
import static org.supportpin.domain.registrar.Domains.domain;
import static org.supportpin.domain.registrar.Domains.rule;
import static org.supportpin.domain.registrar.Domains.usual;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.RegisteredDomain.Status;

class AdministratorRulesTest {

    private static final DomainName NAME = new DomainName("papadopoulou.gr");

    @Test
    void onlyTheAdministratorOfNowMayAsk() {
        assertThat(rule(AdministratorRules.against(domain("a.gr", ELENI, MARIA), MARIA_ID)))
                .isEqualTo("none");
        assertThat(rule(AdministratorRules.against(domain("a.gr", MARIA, NIKOS), MARIA_ID)))
                .isEqualTo("caller-not-administrator");
        assertThat(rule(AdministratorRules.against(domain("a.gr", MARIA, ELENI), MARIA_ID)))
                .isEqualTo("caller-not-administrator");
    }

    /** The others would keep the power that the one gives up. */
    @Test
    void oneOfSeveralIsNotReplaced() {
        var several = domain("a.gr", MARIA, MARIA).withAdministrators(List.of(MARIA, ELENI));

        assertThat(rule(AdministratorRules.against(several, MARIA_ID))).isEqualTo("several-administrators");
        assertThat(rule(AdministratorRules.against(several, Domains.ELENI_ID))).isEqualTo("several-administrators");
        assertThat(rule(DomainRules.againstNameservers(several, Domains.ELENI_ID)))
                .isEqualTo("none");
        assertThat(rule(AdministratorRules.against(several.withAdministrators(List.of()), MARIA_ID)))
                .isEqualTo("caller-not-administrator");
    }

    /** Whom the registrar does not show, nobody can tell of the change. */
    @Test
    void somebodyWhoIsNotShownIsNotReplacedAndReplacesNobody() {
        var unknown = new Contact(MARIA.id(), MARIA_ID, MARIA_ID, null);

        assertThat(rule(AdministratorRules.against(domain("a.gr", MARIA, unknown), MARIA_ID)))
                .isEqualTo("contact-incomplete");
        assertThat(rule(AdministratorRules.againstUnknown(unknown))).isEqualTo("contact-incomplete");
        assertThat(rule(AdministratorRules.againstUnknown(MARIA))).isEqualTo("none");
        assertThat(described(GIORGOS.details()).isPresentIn(domain("a.gr", MARIA, unknown)))
                .isFalse();
        assertThat(described(GIORGOS.details()).isAbsentFrom(domain("a.gr", MARIA, unknown)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, none",
        "DELEGATION_LOCKED, none",
        "PENDING, domain-pending",
        "LOCKED, domain-locked",
        "RECALLED, domain-not-found"
    })
    void theStatusDecidesToo(Status status, String rule) {
        assertThat(rule(AdministratorRules.against(usual().with(status), MARIA_ID)))
                .isEqualTo(rule);
    }

    @Nested
    class NothingNew {

        @Test
        void isTheSameContact() {
            assertThat(rule(AdministratorRules.against(listed(MARIA)))).isEqualTo("administrator-unchanged");
            assertThat(rule(AdministratorRules.against(listed(GIORGOS)))).isEqualTo("none");
        }

        @Test
        void isTheSameDetails() {
            assertThat(rule(AdministratorRules.against(described(MARIA.details()))))
                    .isEqualTo("administrator-unchanged");
            assertThat(rule(AdministratorRules.against(
                            described(details("Μαρία Παπαδοπούλου", "maria@papadopoulou.gr")))))
                    .isEqualTo("none");
        }
    }

    @Nested
    class WhatADomainShows {

        @Test
        void ofAListedContactByItsId() {
            var sameDetails = contact("con-9", MARIA_ID, null, "Γιώργος Δήμου", "giorgos@allo.gr");

            assertThat(listed(GIORGOS).isPresentIn(domain("a.gr", MARIA, GIORGOS)))
                    .isTrue();
            assertThat(listed(GIORGOS).isPresentIn(domain("a.gr", MARIA, sameDetails)))
                    .isFalse();
            assertThat(listed(GIORGOS).isAbsentFrom(domain("a.gr", MARIA, MARIA)))
                    .isTrue();
            assertThat(listed(GIORGOS).isAbsentFrom(domain("a.gr", MARIA, sameDetails)))
                    .isFalse();
        }

        @Test
        void ofSomebodyNewByTheirDetails() {
            assertThat(described(GIORGOS.details()).isPresentIn(domain("a.gr", MARIA, GIORGOS)))
                    .isTrue();
            assertThat(described(GIORGOS.details()).isPresentIn(domain("a.gr", MARIA, NIKOS)))
                    .isFalse();
            assertThat(described(GIORGOS.details()).isAbsentFrom(domain("a.gr", MARIA, MARIA)))
                    .isTrue();
            assertThat(described(GIORGOS.details()).isAbsentFrom(domain("a.gr", MARIA, NIKOS)))
                    .isFalse();
        }
    }

    private static AdministratorEdit listed(Contact contact) {
        return new AdministratorEdit(NAME, MARIA, contact.id(), contact.details());
    }

    private static AdministratorEdit described(ContactDetails details) {
        return new AdministratorEdit(NAME, MARIA, null, details);
    }
}
