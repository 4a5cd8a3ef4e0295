package org.supportpin.domain;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.IDN;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.testing.Walls;

/** The wall around the rules: what the domain may see. */
class DomainWallTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.supportpin.domain");

    /** {@code java.net.IDN} follows IDNA 2003, and makes another domain of {@code νόμος.gr}. */
    private static final ArchRule NO_JDK_IDNA =
            noClasses().should().dependOnClassesThat().belongToAnyOf(IDN.class);

    private static final ArchRule NO_OUTER_WORLD = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.net.http..",
                    "java.util.logging..",
                    "java.sql..",
                    "com.sun..",
                    "software.amazon..",
                    "com.amazonaws..",
                    "com.fasterxml..",
                    "tools.jackson..",
                    "org.slf4j..",
                    "org.apache.."));

    private static final ArchRule ONLY_KNOWN_LIBRARIES = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "org.supportpin.domain..",
                    "java..",
                    "javax.crypto..",
                    "org.jspecify.annotations..",
                    "com.google.i18n.phonenumbers..",
                    "com.ibm.icu..",
                    "org.xbill.DNS.."));

    @Test
    void theJdksOwnIdnaIsNeverUsed() {
        NO_JDK_IDNA.check(DOMAIN);
    }

    @Test
    void noAwsNoJsonNoHttpNoLogging() {
        NO_OUTER_WORLD.check(DOMAIN);
        ONLY_KNOWN_LIBRARIES.check(DOMAIN);
    }

    @Test
    void packagesFormNoCircle() {
        Walls.noCircles("org.supportpin.domain").check(DOMAIN);
    }

    @Test
    void noMethodTakesAnOptional() {
        Walls.NO_OPTIONAL_PARAMETERS.check(DOMAIN);
    }

    @Test
    void theWallStopsWhoClimbsIt() {
        Walls.assertTheyStand();

        var climbers = new ClassFileImporter().importClasses(UsesIdn.class, UsesLogging.class, UsesJunit.class);

        assertStops(NO_JDK_IDNA, climbers);
        assertStops(NO_OUTER_WORLD, climbers);
        assertStops(ONLY_KNOWN_LIBRARIES, climbers);
    }

    private static void assertStops(ArchRule rule, JavaClasses climbers) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(climbers));
    }

    /** What no class of the domain may be. */
    record UsesIdn(String name) {
        String ascii() {
            return IDN.toASCII(name);
        }
    }

    record UsesLogging(Logger log) {}

    record UsesJunit(Assertions assertions) {}
}
