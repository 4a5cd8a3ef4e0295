package org.supportpin.local.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.fault.CannotStart;

class ConnectorFileTest {

    @TempDir
    private Path folder;

    private ConnectorFile read(String text) throws Exception {
        return ConnectorFile.read(Files.writeString(folder.resolve("connectors.json"), text));
    }

    @Test
    void settingsMayBeWrittenAsJson() throws Exception {
        var file = read("""
                {"parameters": {"DnsConnector": "powerdns", "DnsSettings": {"url": "http://127.0.0.1:1"}},
                 "secrets": {"/support-pin/key": "hunter2"}}
                """);

        assertThat(file.parameters())
                .isEqualTo(Map.of("DnsConnector", "powerdns", "DnsSettings", "{\"url\":\"http://127.0.0.1:1\"}"));
        assertThat(file.secrets()).isEqualTo(Map.of("/support-pin/key", "hunter2"));
        assertThat(file.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"secret\": {}}"})
    void anythingElseDoesNotStart(String text) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("SUPPORT_PIN_CONNECTORS");
    }
}
