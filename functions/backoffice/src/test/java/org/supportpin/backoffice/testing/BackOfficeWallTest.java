package org.supportpin.backoffice.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.testing.Walls;

class BackOfficeWallTest {

    private static final JavaClasses MAIN = Walls.main("org.supportpin.backoffice");

    @Test
    void packagesFormNoCircle() {
        Walls.noCircles("org.supportpin.backoffice").check(MAIN);
    }

    @Test
    void noMethodTakesAnOptional() {
        Walls.NO_OPTIONAL_PARAMETERS.check(MAIN);
    }

    @Test
    void theWallsStopWhoClimbsThem() {
        Walls.assertTheyStand();
    }
}
