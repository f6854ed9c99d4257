package org.kycvs.notification.control;

import java.time.LocalDate;
import org.kycvs.shared.id.OrganisationId;

/**
 * How many messages an organisation has on a day.
 *
 * @param organisation whose
 * @param day of the country's calendar
 * @param most at least 1
 */
public record DailyQuota(OrganisationId organisation, LocalDate day, int most) {}
