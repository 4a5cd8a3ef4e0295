<?php

// A day with the client that is generated for PHP: the panel's half, the agent's and the auditor's.

declare(strict_types=1);

use SupportPin\Client\Api\AgentApi;
use SupportPin\Client\Api\OperationsApi;
use SupportPin\Client\Api\PanelApi;
use SupportPin\Client\ApiException;
use SupportPin\Client\Configuration;
use SupportPin\Client\Model\ActionName;
use SupportPin\Client\Model\ActionRequest;
use SupportPin\Client\Model\VerificationRequest;
use SupportPin\Client\ObjectSerializer;

// Guzzle as Debian packages it; Composer's vendor/autoload.php does both.
require 'GuzzleHttp/autoload.php';
spl_autoload_register(function (string $class): void {
    $file = __DIR__ . '/../target/php/src/' . str_replace('\\', '/', substr($class, strlen('SupportPin\\Client\\'))) . '.php';
    if (str_starts_with($class, 'SupportPin\\Client\\') && is_file($file)) {
        require $file;
    }
});

function as_bearer(string $token): Configuration
{
    return (new Configuration())->setHost((string) getenv('SUPPORT_PIN'))->setAccessToken((string) getenv($token));
}

// As the contract has its times: each is compared with the pattern.
ObjectSerializer::setDateTimeFormat('Y-m-d\TH:i:s.u\Z');

$http = new GuzzleHttp\Client();
$panel = new PanelApi($http, as_bearer('CUSTOMER_TOKEN'));
$agent = new AgentApi($http, as_bearer('AGENT_TOKEN'));
$auditor = new OperationsApi($http, as_bearer('AUDITOR_TOKEN'));

$verify = fn (string $pin) => $agent->verifyCaller(
    new VerificationRequest(['customer_id' => '1001', 'pin' => $pin, 'call_reference' => 'call-1']),
);
$seen = function (array $events): string {
    $finished = array_filter($events, fn ($event) => $event->getType() === 'action-finished');
    return $finished === [] ? 'no' : 'yes';
};

echo $panel->getSupportPin()->getStatus(), "\n";
$panel->activate();
$pin = $panel->getSupportPin()->getPin();

try {
    $verify($pin === '000000' ? '000001' : '000000');
} catch (ApiException $refused) {
    $problem = json_decode((string) $refused->getResponseBody());
    echo "wrong PIN: {$refused->getCode()}, {$problem->attemptsLeft} left\n";
}
$verification = $verify($pin);
echo 'verified for ', count($verification->getActions()), " actions\n";

$change = ['op' => 'upsert', 'name' => 'shop', 'type' => 'A', 'records' => ['195.251.255.20']];
$action = $agent->requestAction($verification->getVerificationId(), 'first', new ActionRequest([
    'action' => ActionName::CHANGE_DNS_RECORDS,
    'parameters' => (object) ['domain' => 'papadopoulou.gr', 'changes' => [$change]],
]));
// The name of the action determines its class, and that the type of its result.
$set = $action->getResult()->getRecordSets()[0];
echo $action->getStatus(), ': ', $set->getName(), ' ', $set->getType(), ' ', implode(' ', $set->getAfter()->getRecords()), "\n";
$agent->endVerification($verification->getVerificationId());

echo 'the customer sees it: ', $seen($panel->getActivity()->getEvents()), "\n";
echo 'the auditor sees it: ', $seen($auditor->getAuditEvents('1001')->getEvents()), "\n";
