package org.supportpin.domain.action;

import org.supportpin.domain.identity.Hash;

/**
 * What the ledger keeps of an accepted action, so that an action stored apart from it cannot be forged or altered.
 *
 * @param payload of everything that was asked for, as stored: who asked, for whom, when, the action, its risk and its parameters
 * @param plan of the plan, as stored
 */
public record ActionHashes(Hash payload, Hash plan) {}
