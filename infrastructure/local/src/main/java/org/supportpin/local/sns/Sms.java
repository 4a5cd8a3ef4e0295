package org.supportpin.local.sns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text message that was sent.
 *
 * @param to in E.164
 * @param sentAt by the service's clock
 */
public record Sms(String to, String text, @Nullable String senderId, Instant sentAt) {}
