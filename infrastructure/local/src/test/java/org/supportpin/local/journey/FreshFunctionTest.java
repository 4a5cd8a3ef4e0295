package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Security row 22: a snapshot of a function that has served nobody contains no secret, because none was opened. */
class FreshFunctionTest {

    @Test
    void makingEveryHandlerAsksAwsForNothing(@TempDir Path data) {
        try (var service = Service.in(data)) {
            assertThat(service.calls().all()).isEmpty();
            service.customer().activated();
            assertThat(service.calls().all()).contains("Kms.GenerateDataKey");
        }
    }
}
