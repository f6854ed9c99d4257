package org.kycvs.notification.entity;

import java.util.OptionalInt;
import org.kycvs.shared.id.OrganisationId;

/**
 * For whom a message is counted.
 *
 * @param organisation for whom it is sent
 * @param channel where its code is typed
 * @param dailyQuota how many this organisation has, if not as the settings say
 */
public record SmsAccount(OrganisationId organisation, SmsChannel channel, OptionalInt dailyQuota) {}
