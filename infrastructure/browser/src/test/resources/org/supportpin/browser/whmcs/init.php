<?php

/**
 * A small stand-in for WHMCS 8, written from its public documentation for developers: hooks, add-on modules, CurrentUser, Capsule, Setting.
 * It has no code of WHMCS's, and knows its users, clients and administrators from data.json.
 */

namespace WHMCS\Support {
    final class Collection
    {
        public function __construct(private array $items)
        {
        }

        public function all(): array
        {
            return $this->items;
        }
    }

    final class Query
    {
        public function __construct(private array $rows)
        {
        }

        public function where(string $column, mixed $value): self
        {
            return new self(array_values(array_filter($this->rows, fn (array $row): bool => (string) $row[$column] === (string) $value)));
        }

        public function first(): ?\stdClass
        {
            return isset($this->rows[0]) ? (object) $this->rows[0] : null;
        }

        public function pluck(string $value, string $key): Collection
        {
            return new Collection(array_column($this->rows, $value, $key));
        }
    }

    function data(string $table): array
    {
        static $data = null;
        $data ??= json_decode(file_get_contents(ROOTDIR . '/../data.json'), true);
        return $data[$table] ?? [];
    }
}

namespace WHMCS\Database {
    final class Capsule
    {
        public static function table(string $name): \WHMCS\Support\Query
        {
            return new \WHMCS\Support\Query(\WHMCS\Support\data($name));
        }
    }
}

namespace WHMCS\Config {
    final class Setting
    {
        public static function getValue(string $setting): ?string
        {
            return \WHMCS\Database\Capsule::table('tblconfiguration')->where('setting', $setting)->first()?->value;
        }
    }
}

namespace WHMCS\User {
    final class User
    {
        public function __construct(public int $id)
        {
        }
    }

    final class Client
    {
        public function __construct(public int $id)
        {
        }

        public function owner(): ?User
        {
            $row = \WHMCS\Database\Capsule::table('tblclients')->where('id', $this->id)->first();
            return $row === null ? null : new User((int) $row->owner);
        }
    }

    final class Admin
    {
        public function __construct(public int $id)
        {
        }
    }
}

namespace WHMCS\Authentication {
    use WHMCS\User\Admin;
    use WHMCS\User\Client;
    use WHMCS\User\User;

    final class CurrentUser
    {
        public function user(): ?User
        {
            return isset($_SESSION['user']) ? new User($_SESSION['user']) : null;
        }

        public function client(): ?Client
        {
            return isset($_SESSION['client']) ? new Client($_SESSION['client']) : null;
        }

        public function admin(): ?Admin
        {
            return isset($_SESSION['adminid']) ? new Admin($_SESSION['adminid']) : null;
        }

        public function isMasqueradingAdmin(): bool
        {
            return isset($_SESSION['adminid'], $_SESSION['client']) && ($_SESSION['asOwner'] ?? false);
        }
    }
}

namespace WHMCS\View\Menu {
    final class Item
    {
        public array $children = [];

        public function addChild(string $name, array $options): self
        {
            $this->children[$name] = $options;
            return $this;
        }
    }
}

namespace {
    use WHMCS\Database\Capsule;

    const WHMCS = true;
    const ROOTDIR = __DIR__;

    session_set_cookie_params(['path' => '/', 'httponly' => true, 'samesite' => 'Lax']);
    session_start();
    if (isset($_GET['language'])) {
        $_SESSION['language'] = $_GET['language'];
    }

    $hooks = [];

    function add_hook(string $point, int $priority, callable $function): void
    {
        $GLOBALS['hooks'][$point][$priority][] = $function;
    }

    /** @return list<mixed> */
    function run_hook(string $point, mixed $vars): array
    {
        $answers = [];
        foreach ($GLOBALS['hooks'][$point] ?? [] as $functions) {
            foreach ($functions as $function) {
                $answers[] = $function($vars);
            }
        }
        return $answers;
    }

    /** What a module's functions are handed. */
    function module_vars(string $link, string $language): array
    {
        $_ADDONLANG = [];
        $file = ROOTDIR . "/modules/addons/supportpin/lang/$language.php";
        require is_file($file) ? $file : dirname($file) . '/english.php';
        return Capsule::table('tbladdonmodules')->where('module', 'supportpin')->pluck('value', 'setting')->all()
            + ['modulelink' => $link, 'version' => '2.0.0', '_lang' => $_ADDONLANG];
    }

    function language(): string
    {
        return $_SESSION['language'] ?? 'greek';
    }

    function client_page(string $title, string $content): void
    {
        $navbar = new WHMCS\View\Menu\Item();
        run_hook('ClientAreaPrimaryNavbar', $navbar);
        $links = '';
        foreach ($navbar->children as $child) {
            $links .= "<a href=\"{$child['uri']}\">{$child['label']}</a> ";
        }
        $footer = implode('', run_hook('ClientAreaFooterOutput', ['WEB_ROOT' => '', 'language' => language(), 'filename' => 'index', 'charset' => 'utf-8']));
        // Like WHMCS's own theme: Bootstrap's rules for all of the page.
        echo "<!doctype html><html lang=\"el\"><head><meta charset=\"utf-8\"><title>$title</title><link rel=\"icon\" href=\"data:,\">
            <style>html { font-size: 10px; } .card, .row, .badge, .table, .button { border: 9px solid red; float: left; } [hidden] { display: block !important; }</style>
            </head><body><nav>$links</nav><h1>$title</h1>$content$footer</body></html>";
    }

    function admin_page(string $title, string $content): void
    {
        echo "<!doctype html><html lang=\"el\"><head><meta charset=\"utf-8\"><title>$title</title><link rel=\"icon\" href=\"data:,\"></head>
            <body><h1>$title</h1>$content</body></html>";
    }

    // Hooks of active modules are loaded on every page.
    require ROOTDIR . '/modules/addons/supportpin/hooks.php';
}
