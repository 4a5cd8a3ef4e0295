package org.supportpin.local;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.testing.Walls;

class LocalWallTest {

    private static final JavaClasses MAIN = Walls.main("org.supportpin.local");

    @Test
    void packagesFormNoCircle() {
        Walls.noCircles("org.supportpin.local").check(MAIN);
    }

    @Test
    void noMethodTakesAnOptional() {
        Walls.NO_OPTIONAL_PARAMETERS.check(MAIN);
    }

    @Test
    void theWallsStopViolations() {
        Walls.assertTheyStand();
    }
}
