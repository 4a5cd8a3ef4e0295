<?php

declare(strict_types=1);

use SupportPin\Whmcs\Agent;
use SupportPin\Whmcs\Check;
use SupportPin\Whmcs\Customer;
use SupportPin\Whmcs\Html;
use SupportPin\Whmcs\Settings;

if (!defined('WHMCS')) {
    exit;
}

// WHMCS reads this file to list its modules, with any PHP that it runs on: nothing here is newer than PHP 7.2.
if (PHP_VERSION_ID >= 80100) {
    foreach (['Settings', 'Customer', 'Agent', 'Html', 'Language', 'Check'] as $class) {
        require_once __DIR__ . "/lib/$class.php";
    }
}

function supportpin_config(): array
{
    $fields = [];
    foreach (PHP_VERSION_ID < 80100 ? [] : Settings::FIELDS as $field => $what) {
        $name = ucfirst(strtolower(preg_replace('/(?<!^)[A-Z]/', ' $0', $field)));
        $fields[$field] = ['FriendlyName' => $name, 'Type' => 'text', 'Size' => '60', 'Description' => $what];
    }
    return [
        'name' => 'Support PIN',
        'description' => 'Caller verification for telephone support: the PIN in the client area, the console on each client\'s profile. It needs PHP 8.1.',
        'version' => '2.0.0',
        'author' => 'Support PIN',
        'language' => 'english',
        'fields' => $fields,
    ];
}

/** The module has no tables of its own. */
function supportpin_activate(): array
{
    if (PHP_VERSION_ID < 80100) {
        return ['status' => 'error', 'description' => 'Support PIN needs PHP 8.1 or newer; this is PHP ' . PHP_VERSION . '.'];
    }
    return ['status' => 'success', 'description' => 'Fill in the settings, choose who has access, then open Addons → Support PIN and press Check.'];
}

function supportpin_deactivate(): array
{
    return ['status' => 'success', 'description' => 'Nothing of Support PIN shows any more. What customers set up stays with the service.'];
}

/** Addons → Support PIN. WHMCS lets only the roles in that have access to the module. A fault of the module takes no page down. */
function supportpin_output(array $vars): void
{
    try {
        supportpin_page($vars);
    } catch (Throwable $e) {
        error_log('Support PIN: ' . $e->getMessage());
        echo '<p class="textred">' . htmlspecialchars($e->getMessage(), ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8') . '</p>';
    }
}

function supportpin_page(array $vars): void
{
    if (PHP_VERSION_ID < 80100) {
        throw new RuntimeException(supportpin_activate()['description']);
    }
    $settings = Settings::of($vars);
    if (($_GET['action'] ?? '') === 'token') {
        $agent = $settings->isComplete() ? Agent::current($settings) : null;
        supportpin_answer($settings->client('desk'), $agent ? $agent->id : null, $agent ? $agent->claims() : [], Agent::SCOPE);
    }
    require_once __DIR__ . '/support-pin.php';
    echo '<table class="datatable" width="100%"><tr><th>Setting</th><th>Value</th></tr>';
    foreach (array_keys(Settings::FIELDS) as $field) {
        echo '<tr><td>' . Html::text($field) . '</td><td>' . Html::text($settings->get($field)) . '</td></tr>';
    }
    echo '</table><form method="post" action="' . Html::text($vars['modulelink']) . '"><button type="submit" name="check" value="1" class="btn btn-primary">Check</button></form>';
    if (isset($_POST['check']) && !support_pin_own_page_asks()) {
        echo '<p>Please open this page again, and press Check there.</p>';
    } elseif (isset($_POST['check'])) {
        echo '<ul id="support-pin-check">';
        foreach ((new Check($settings))->run() as [$what, $fault]) {
            echo '<li>' . Html::text($what) . ': ' . ($fault === null ? '<b>fine</b>' : '<b class="textred">' . Html::text($fault) . '</b>') . '</li>';
        }
        echo '</ul>';
    }
}

/** index.php?m=supportpin. A fault of the module leaves the page empty, and is in PHP's error log. */
function supportpin_clientarea(array $vars): array
{
    $page = '';
    try {
        $page = PHP_VERSION_ID < 80100 ? '' : supportpin_account($vars);
    } catch (Throwable $e) {
        error_log('Support PIN: ' . $e->getMessage());
    }
    return [
        'pagetitle' => 'Support PIN',
        'breadcrumb' => ['index.php?m=supportpin' => 'Support PIN'],
        'templatefile' => 'account',
        'requirelogin' => true,
        'vars' => ['supportPinPage' => $page],
    ];
}

/** Mobile services, Security and Activity of the signed-in owner. */
function supportpin_account(array $vars): string
{
    $settings = Settings::of($vars);
    $customer = $settings->isComplete() ? Customer::current() : null;
    $language = $vars['_lang']['tag'] ?? 'en';
    if (($_GET['action'] ?? '') === 'token') {
        supportpin_answer($settings->client('panel'), $customer ? $customer->id : null, $customer ? $customer->claims($language) : []);
    }
    return $customer === null ? '<p class="alert alert-info">' . Html::text($vars['_lang']['notYours'] ?? '') . '</p>' : Html::element(
        $settings,
        '/panel/account.js',
        'support-pin-account',
        ['token-url' => 'index.php?m=supportpin&action=token', 'sign-in-page' => 'logout.php', 'lang' => $language, 'owner' => $customer->id]
    );
}

/** Instead of a page. */
function supportpin_answer(array $client, ?string $subject, array $claims, string $scope = ''): void
{
    require_once __DIR__ . '/support-pin.php';
    while (ob_get_level() > 0) {
        ob_end_clean();
    }
    support_pin_answer($client, $subject, $claims, $scope);
    exit;
}
