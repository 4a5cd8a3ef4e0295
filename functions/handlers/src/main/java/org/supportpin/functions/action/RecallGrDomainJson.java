package org.supportpin.functions.action;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.registrar.RegisteredDomainJson;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.RecallGrDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;

/** {@code recall-gr-domain}. */
final class RecallGrDomainJson implements ActionJson<RecallGrDomain, DomainRecall, DomainRecall> {

    @Override
    public Read<RecallGrDomain> parameters() {
        return Read.object(fields -> {
            var domain = fields.required("domain", Read.text(DomainName::parse));
            return fields.make(() -> new RecallGrDomain(domain.get()));
        });
    }

    @Override
    public Json plan(DomainRecall recall) {
        return Json.object()
                .put("domain", recall.domain().ascii())
                .put("before", recall.before().text())
                .put("submission", RegisteredDomainJson.write(recall.submission()))
                .build();
    }

    @Override
    public DomainRecall plan(Json json) {
        return Read.<DomainRecall>object(fields -> {
                    var domain = fields.required("domain", Read.text(DomainName::parse));
                    var before = fields.required("before", RegisteredDomainJson.STATUS);
                    var submission = fields.required("submission", RegisteredDomainJson.SUBMISSION);
                    return fields.make(() -> new DomainRecall(domain.get(), before.get(), submission.get()));
                })
                .from(json)
                .orThrow();
    }

    @Override
    public Json result(DomainRecall recall) {
        return Json.object()
                .put("domain", recall.domain().ascii())
                .put("submittedAt", recall.submission().at().toString())
                .put("before", recall.before().text())
                .put("after", Status.RECALLED.text())
                .build();
    }
}
