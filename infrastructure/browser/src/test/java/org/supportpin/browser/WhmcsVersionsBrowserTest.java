package org.supportpin.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.contract.ProjectFiles;

/** WHMCS 8 also runs on a PHP that is too old for the module: its pages go on without it, and the list of modules says so. */
class WhmcsVersionsBrowserTest extends WhmcsPageTest {

    private static final String MODULE = "modules/addons/supportpin";
    private static final String LIST = "/admin/configaddonmods.php";

    WhmcsVersionsBrowserTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    /** No older PHP is at hand: what WHMCS reads believes that it is one, and no such PHP can read the rest. */
    private void makeOld() throws IOException {
        try (var files = Files.walk(site.root().resolve(MODULE))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (name.equals("hooks.php") || name.equals("supportpin.php")) {
                    Files.writeString(file, Files.readString(file).replace("PHP_VERSION_ID", "80099"));
                } else if (!file.toString().contains("/lang/")) {
                    Files.writeString(file, "<?php This is not PHP.");
                }
            }
        }
    }

    @Test
    void thePagesOfWhmcsGoOnWithoutTheModule() throws IOException {
        makeOld();
        var customer = site.user(1, 1001);
        var admin = site.admin(7);

        assertThat(customer.get("/index.php").body())
                .contains("Welcome.")
                .doesNotContain("support-pin", "m=supportpin");
        assertThat(admin.get("/admin/clientssummary.php?userid=1001").body())
                .contains("Client profile")
                .doesNotContain("support-agent-console");
        assertThat(site.log()).doesNotContain("PHP Parse", "Support PIN");
    }

    @Test
    void theListOfModulesSaysWhatItNeedsAndDoesNotActivateIt() throws IOException {
        makeOld();

        assertThat(site.admin(7).get(LIST).body())
                .contains("It needs PHP 8.1. 0 fields. Support PIN needs PHP 8.1 or newer; this is PHP ");
        assertThat(site.log()).doesNotContain("PHP Parse");
    }

    /** Of a module that was activated on a newer one. */
    @Test
    void thePagesOfTheModuleSayWhatItNeeds() throws IOException {
        makeOld();

        assertThat(site.admin(7)
                        .post("/admin/addonmodules.php?module=supportpin", "check=1")
                        .body())
                .contains("<h1>Support PIN</h1>", "Support PIN needs PHP 8.1 or newer; this is PHP ");
        assertThat(site.user(1, 1001).get("/index.php?m=supportpin").body()).contains("<h1>Support PIN</h1>");
        assertThat(site.log()).doesNotContain("PHP Fatal");
    }

    @Test
    void theListOfModulesHasItsSettingsElse() {
        assertThat(site.admin(7).get(LIST).body()).contains(" 10 fields. Fill in the settings");
    }

    /** Of the syntax since PHP 7.3 it has none that a file of this kind would use. */
    @ParameterizedTest
    @ValueSource(strings = {"hooks.php", "supportpin.php"})
    void whatIsReadBeforeTheVersionIsKnownIsWrittenInPhp72(String file) throws IOException {
        var script = """
                $new = [T_FN, T_COALESCE_EQUAL, T_NULLSAFE_OBJECT_OPERATOR, T_MATCH, T_READONLY, T_ENUM, T_ATTRIBUTE];
                $before = '';
                foreach (PhpToken::tokenize(file_get_contents($argv[1])) as $token) {
                    if ($token->is($new) || $token->text === ')' && in_array($before, [',', '...'], true)) {
                        echo "line $token->line: $before$token->text\\n";
                    }
                    $before = $token->isIgnorable() ? $before : $token->text;
                }
                """;
        var read = ProjectFiles.root()
                .resolve("integrations/whmcs")
                .resolve(MODULE)
                .resolve(file);
        var run = new ProcessBuilder("php", "-r", script, read.toString())
                .redirectError(Redirect.INHERIT)
                .start();

        assertThat(new String(run.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    }
}
