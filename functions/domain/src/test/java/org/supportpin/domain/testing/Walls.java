package org.supportpin.domain.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The wall tests of every module. */
public final class Walls {

    private static final Set<String> OPTIONALS =
            Set.of(Optional.class.getName(), OptionalInt.class.getName(), OptionalLong.class.getName());

    /** Only return types are {@code Optional}. Optional inputs are {@code @Nullable}, or two methods. */
    public static final ArchRule NO_OPTIONAL_PARAMETERS = noMethods()
            .that()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .haveRawParameterTypes(DescribedPredicate.describe(
                    "with an Optional among them",
                    types -> types.stream().anyMatch(each -> OPTIONALS.contains(each.getName()))));

    private Walls() {}

    /** The classes below a package, without tests. */
    public static JavaClasses main(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(root);
    }

    /** The packages directly below this one, each with its subpackages, form no circle. */
    public static ArchRule noCircles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** The walls fail for violations: a planted circle, and a method with an Optional parameter. */
    public static void assertTheyStand() {
        var root = "org.supportpin.domain.testing.circle";
        var circle = new ClassFileImporter().importPackages(root);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> noCircles(root).check(circle))
                .withMessageContaining("Cycle detected");
        var climber = new ClassFileImporter().importClasses(TakesAnOptional.class);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> NO_OPTIONAL_PARAMETERS.check(climber))
                .withMessageContaining("TakesAnOptional.take");
    }

    /** A method that no module may have. */
    interface TakesAnOptional {
        void take(Optional<String> text);
    }
}
