package org.supportpin.functions.action;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.backoffice.registrar.RegistrarJson;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.RecallGrDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;

/** {@code recall-gr-domain}. */
final class RecallGrDomainJson {

    private static final ObjectCodec<DomainRecall> PLAN = members -> {
        var domain = members.required("domain", Texts.DOMAIN_NAME, DomainRecall::domain);
        var before = members.required("before", RegistrarJson.STATUS, DomainRecall::before);
        var submission = members.required("submission", RegistrarJson.SUBMISSION, DomainRecall::submission);
        return members.make(() -> new DomainRecall(domain.get(), before.get(), submission.get()));
    };

    static final ActionJson<RecallGrDomain, DomainRecall, DomainRecall> JSON = ActionJson.edit(
            Read.object(fields -> {
                var domain = fields.required("domain", Texts.DOMAIN_NAME);
                return fields.make(() -> new RecallGrDomain(domain.get()));
            }),
            PLAN,
            RecallGrDomainJson::result);

    private RecallGrDomainJson() {}

    private static Json result(DomainRecall recall) {
        return Json.object()
                .put("domain", recall.domain().ascii())
                .put("submittedAt", recall.submission().at().toString())
                .put("before", recall.before().text())
                .put("after", Status.RECALLED.text())
                .build();
    }
}
