package org.supportpin.local.sns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A text message, sent to an E.164 number at a time of the service's clock. */
public record Sms(String to, String text, @Nullable String senderId, Instant sentAt) {}
