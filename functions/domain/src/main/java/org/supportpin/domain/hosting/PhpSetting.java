package org.supportpin.domain.hosting;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.hosting.SettingForm.Size;
import org.supportpin.domain.hosting.SettingForm.Switch;
import org.supportpin.domain.hosting.SettingForm.TimeZone;
import org.supportpin.domain.hosting.SettingForm.Whole;

/** The PHP settings that may be changed by phone. All others are refused. */
public enum PhpSetting implements WireName {
    MEMORY_LIMIT("memory_limit"),
    MAX_EXECUTION_TIME("max_execution_time"),
    MAX_INPUT_TIME("max_input_time"),
    POST_MAX_SIZE("post_max_size"),
    UPLOAD_MAX_FILESIZE("upload_max_filesize"),
    MAX_INPUT_VARS("max_input_vars"),
    DISPLAY_ERRORS("display_errors"),
    DATE_TIMEZONE("date.timezone");

    private final String text;

    PhpSetting(String text) {
        this.text = text;
    }

    /** The name in {@code php.ini}, and in the API, exactly as PHP has it: its names have one case. */
    @Override
    public String text() {
        return text;
    }

    /** The allowed values. Times are in seconds. */
    public SettingForm form() {
        return switch (this) {
            case MEMORY_LIMIT -> new Size(32, 512);
            case MAX_EXECUTION_TIME, MAX_INPUT_TIME -> new Whole(1, 300);
            case POST_MAX_SIZE, UPLOAD_MAX_FILESIZE -> new Size(1, 256);
            case MAX_INPUT_VARS -> new Whole(1000, 20_000);
            case DISPLAY_ERRORS -> new Switch();
            case DATE_TIMEZONE -> new TimeZone();
        };
    }

    /** Checks a requested value. */
    public Checked<String> check(String value) {
        return form().check(value);
    }

    static String names() {
        return WireName.names(values(), ", ");
    }
}
