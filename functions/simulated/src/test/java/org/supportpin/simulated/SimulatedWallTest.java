package org.supportpin.simulated;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

/** The simulated back office may use the domain, the back-office module, and its table. */
class SimulatedWallTest {

    private static final JavaClasses SIMULATED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.supportpin.simulated");

    private static final ArchRule NOTHING_ELSE = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "org.supportpin.simulated..",
                    "org.supportpin.backoffice..",
                    "org.supportpin.domain..",
                    "java.lang..",
                    "java.math..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify.annotations..",
                    "software.amazon.awssdk.core..",
                    "software.amazon.awssdk.services.dynamodb.."));

    private static final ArchRule NO_CYCLES =
            slices().matching("org.supportpin.(**)").should().beFreeOfCycles();

    @Test
    void itSeesTheDomainAndTheBackOfficeOnly() {
        NOTHING_ELSE.check(SIMULATED);
    }

    @Test
    void packagesFormNoCycle() {
        NO_CYCLES.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.supportpin.simulated", "org.supportpin.backoffice"));
    }

    @Test
    void theWallStopsWhoClimbsIt() {
        var climber = new ClassFileImporter().importClasses(Calls.class);

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> NOTHING_ELSE.check(climber));
    }

    record Calls(HttpClient client) {}
}
