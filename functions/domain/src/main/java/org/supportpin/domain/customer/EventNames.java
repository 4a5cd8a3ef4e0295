package org.supportpin.domain.customer;

/** The names of events in the API and in the store. */
final class EventNames {

    private EventNames() {}

    static String of(Event event) {
        return switch (event) {
            case Event.MobileDeclared _ -> "mobile-declared";
            case Event.CodeRejected _ -> "code-rejected";
            case Event.MobileConfirmed _ -> "mobile-confirmed";
            case Event.Activated _ -> "activated";
            case Event.Deactivated _ -> "deactivated";
            case Event.PinSent _ -> "pin-sent";
            case Event.PinRejected _ -> "pin-rejected";
            case Event.PinReplayed _ -> "pin-replayed";
            case Event.RefusedWhileLocked _ -> "refused-while-locked";
            case Event.Verified _ -> "verified";
            case Event.VerificationEnded _ -> "verification-ended";
            case Event.VerificationRequested _ -> "verification-requested";
            case Event.TypedCodeRejected _ -> "typed-code-rejected";
            case Event.CallsEnded _ -> "calls-ended";
            case Event.CallAnnounced _ -> "call-announced";
            case Event.AnnouncedCallEnded _ -> "announced-call-ended";
            case Event.HandoverOffered _ -> "handover-offered";
            case Event.HandedOver _ -> "handed-over";
            case Event.LockLifted _ -> "lock-lifted";
            case Event.ErasureRequested _ -> "erasure-requested";
            case Event.Erased _ -> "erased";
            case Event.DataExported _ -> "data-exported";
            case Event.AccountRead _ -> "account-read";
            case Event.ActionAccepted _ -> "action-accepted";
            case Event.UndoAccepted _ -> "undo-accepted";
            case Event.ActionRefused _ -> "action-refused";
            case Event.GateOpened _ -> "gate-opened";
            case Event.ConsentRejected _ -> "consent-rejected";
            case Event.ActionStopped _ -> "action-stopped";
            case Event.ActionFinished _ -> "action-finished";
            case ActionSettled _ -> "action-settled";
            case Event.AuditRead _ -> "audit-read";
            case Event.PolicyChanged _ -> "policy-changed";
            case Event.RefusedWhileFrozen _ -> "refused-while-frozen";
            case Event.AddressDeclared _ -> "notice-address-declared";
            case Event.AddressCodeRejected _ -> "notice-address-code-rejected";
            case Event.AddressConfirmed _ -> "notice-address-confirmed";
            case Event.AddressRemoved _ -> "notice-address-removed";
        };
    }
}
