package org.supportpin.domain.message;

/**
 * One notice in the words of both channels. No text has a link.
 *
 * @param subject one line
 * @param mail of one line or several
 */
public record NoticeText(SmsText sms, String subject, String mail) {}
