package org.supportpin.functions;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.IDN;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.testing.Walls;
import software.amazon.awssdk.core.SdkBytes;

/** The allowed dependencies between packages. */
class HandlersWallTest {

    private static final JavaClasses FUNCTIONS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.supportpin.functions");

    private static final DescribedPredicate<JavaClass> SDK = resideInAPackage("software.amazon..");

    private static final DescribedPredicate<JavaClass> JSON = resideInAPackage("org.supportpin.backoffice.json");

    private static final ArchRule NOBODY_KNOWS_THE_SIMULATED_BACK_OFFICE =
            noClasses().should().dependOnClassesThat(resideInAPackage("org.supportpin.simulated.."));

    private static final ArchRule ONLY_ADAPTERS_KNOW_THE_SDK = noClasses()
            .that(not(resideInAPackage("org.supportpin.functions.aws"))
                    .and(not(belongToAnyOf(Wiring.class, SigningParts.class, SnapStart.class))))
            .should()
            .dependOnClassesThat(SDK);

    private static final ArchRule THE_EDGE_KNOWS_NO_ADAPTER = noClasses()
            .that(resideInAPackage("org.supportpin.functions.http"))
            .should()
            .dependOnClassesThat(SDK.or(resideInAPackage("org.supportpin.functions.aws"))
                    .or(resideInAPackage("org.supportpin.backoffice..").and(not(JSON))));

    private static final ArchRule NO_JDK_IDNA =
            noClasses().should().dependOnClassesThat().belongToAnyOf(IDN.class);

    private static final DescribedPredicate<JavaCall<?>> ASKS_THE_MACHINE_FOR_THE_TIME =
            DescribedPredicate.describe("ask the machine for the time", call -> {
                var owner = call.getTargetOwner().getName();
                var name = call.getName();
                return (owner.startsWith("java.time.")
                                && name.equals("now")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(each -> each.isEquivalentTo(Clock.class)))
                        || (owner.equals("java.lang.System")
                                && (name.equals("currentTimeMillis") || name.equals("nanoTime")));
            });

    private static final ArchRule NO_TIME_BUT_THE_CLOCKS =
            noClasses().should().callMethodWhere(ASKS_THE_MACHINE_FOR_THE_TIME);

    private static final ArchRule NO_CIRCLES =
            slices().matching("org.supportpin.(**)").should().beFreeOfCycles();

    @Test
    void onlyTheAdaptersAndTheWiringKnowTheSdk() {
        ONLY_ADAPTERS_KNOW_THE_SDK.check(FUNCTIONS);
    }

    @Test
    void theEdgeKnowsNoAdapter() {
        THE_EDGE_KNOWS_NO_ADAPTER.check(FUNCTIONS);
    }

    /** It is not deployed; only the settings choose it. */
    @Test
    void nobodyKnowsTheSimulatedBackOffice() {
        NOBODY_KNOWS_THE_SIMULATED_BACK_OFFICE.check(FUNCTIONS);
    }

    @Test
    void theJdksOwnIdnaIsNeverUsed() {
        NO_JDK_IDNA.check(FUNCTIONS);
    }

    @Test
    void timeIsTheClocks() {
        NO_TIME_BUT_THE_CLOCKS.check(FUNCTIONS);
    }

    /** Each package on its own, the one of the wiring too. */
    @Test
    void packagesFormNoCircle() {
        NO_CIRCLES.check(FUNCTIONS);
        Walls.noCircles("org.supportpin.functions").check(FUNCTIONS);
    }

    @Test
    void noMethodTakesAnOptional() {
        Walls.NO_OPTIONAL_PARAMETERS.check(FUNCTIONS);
    }

    @Test
    void theWallsStopViolations() {
        Walls.assertTheyStand();
        var climbers = new ClassFileImporter()
                .importClasses(UsesSdk.class, UsesIdn.class, AsksInstant.class, AsksDate.class, AsksSystem.class);

        for (var rule : List.of(ONLY_ADAPTERS_KNOW_THE_SDK, NO_JDK_IDNA, NO_TIME_BUT_THE_CLOCKS)) {
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(climbers));
        }
        for (var asker : List.of(AsksInstant.class, AsksDate.class, AsksSystem.class)) {
            var one = new ClassFileImporter().importClasses(asker);
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> NO_TIME_BUT_THE_CLOCKS.check(one));
        }
        NO_TIME_BUT_THE_CLOCKS.check(new ClassFileImporter().importClasses(AsksClock.class));
    }

    record UsesSdk(SdkBytes bytes) {}

    record UsesIdn(String name) {
        String ascii() {
            return IDN.toASCII(name);
        }
    }

    record AsksInstant() {
        Instant when() {
            return Instant.now();
        }
    }

    record AsksDate() {
        LocalDate when() {
            return LocalDate.now(java.time.ZoneOffset.UTC);
        }
    }

    record AsksSystem() {
        long when() {
            return System.currentTimeMillis();
        }
    }

    record AsksClock(Clock clock) {
        LocalDate when() {
            return LocalDate.now(clock);
        }
    }
}
